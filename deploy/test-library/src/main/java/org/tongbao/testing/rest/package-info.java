/** Callers with real tokens, and the endpoints that a service's API description names. */
@org.jspecify.annotations.NullMarked
package org.tongbao.testing.rest;
