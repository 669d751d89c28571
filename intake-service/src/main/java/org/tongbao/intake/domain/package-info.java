/** The case file of an incident: what was reported, at which level it stands, what is owed by when, and what happened. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.domain;
