package org.tongbao.contacts.domain;

/** Something that people file about an agency, and that holds from a stated instant on. */
public interface Fact {}
