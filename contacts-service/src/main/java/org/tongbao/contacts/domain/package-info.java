/** Words that agencies and people share: who may do what, and why something is refused. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.domain;
