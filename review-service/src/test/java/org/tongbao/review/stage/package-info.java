/** What tests of this service stand on: other services' voices, a directory, and people with tokens. */
@org.jspecify.annotations.NullMarked
package org.tongbao.review.stage;
