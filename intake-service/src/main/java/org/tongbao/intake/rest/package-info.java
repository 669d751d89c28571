/** What every REST endpoint needs: the views of an incident, and refusals as problems. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.rest;
