/**
 * 作業程序, procedures as data: what an agency must do by when, who is told, and why.
 *
 * <p>Plain, immutable and synchronous, so that the domain of every service may use it. The files are read by
 * {@link org.tongbao.contracts.procedure.yaml}.
 */
@org.jspecify.annotations.NullMarked
package org.tongbao.contracts.procedure;
