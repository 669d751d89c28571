/** Changes of the directory as entries of the compacted topics. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contacts.kafka;
