/** Messages of the directory: taken in, sent by the addressee's channels in order of preference, looked up. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.directory.usecase;
