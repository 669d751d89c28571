/** The response endpoints, one for each kind of record. */
@org.jspecify.annotations.NullMarked
package org.tongbao.intake.response.rest;
