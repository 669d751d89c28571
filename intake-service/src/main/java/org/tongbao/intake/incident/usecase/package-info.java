/** Find, lock, save and read an incident. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.incident.usecase;
