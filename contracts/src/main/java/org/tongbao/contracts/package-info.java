/** What the services agree on: event records, topic names, procedures as data. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contracts;
