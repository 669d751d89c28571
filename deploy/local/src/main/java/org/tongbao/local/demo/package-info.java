/** Plays one incident from the report to the closing against a running stack, prints and checks it. */
@NullMarked
package org.tongbao.local.demo;

import org.jspecify.annotations.NullMarked;
