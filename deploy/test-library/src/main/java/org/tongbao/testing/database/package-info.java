/** What the tests see in the database of the service under test. */
@org.jspecify.annotations.NullMarked
package org.tongbao.testing.database;
