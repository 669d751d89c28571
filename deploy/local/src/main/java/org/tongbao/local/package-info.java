/**
 * The whole suite on one machine: the embedded servers, one process for each service, one gateway and the mailboxes.
 * {@link org.tongbao.local.LocalStack} is what the launcher, the smoke test and the benchmark share.
 */
@NullMarked
package org.tongbao.local;

import org.jspecify.annotations.NullMarked;
