/** Events of other services, sent and read on the real broker, and the directory's entries as test data. */
@org.jspecify.annotations.NullMarked
package org.tongbao.testing.event;
