/** What the directory has to say to somebody, and by which channels. */
@org.jspecify.annotations.NullMarked
package org.tongbao.escalation.directory.domain;
