/** Record a response action. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.response.usecase;
