/**
 * PostgreSQL, Kafka, two mail relays and an identity provider, all real, in one JVM: for the tests of every module, for
 * the local stack and for the benchmark. Never for production.
 */
@NullMarked
package org.tongbao.embedded;

import org.jspecify.annotations.NullMarked;
