/** Write and read timelines. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.timeline.usecase;
