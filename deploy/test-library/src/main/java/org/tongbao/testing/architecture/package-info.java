/** The architecture rules of the suite, as tests that a service inherits. */
@org.jspecify.annotations.NullMarked
package org.tongbao.testing.architecture;
