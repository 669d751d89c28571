/** Whether this process lives and can answer, for whoever restarts it, sends callers to it, or watches from outside. */
@org.jspecify.annotations.NullMarked
package org.tongbao.platform.health;
