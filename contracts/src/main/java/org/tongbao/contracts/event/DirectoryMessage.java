package org.tongbao.contracts.event;

/** Something in the directory of which one person must be told. */
public interface DirectoryMessage extends DirectoryPayload {
    Addressee to();
}
