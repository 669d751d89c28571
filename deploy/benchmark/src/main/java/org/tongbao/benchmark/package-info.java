/** What the suite does a second on this machine, how long a report takes to reach people, and what it costs to run. */
@org.jspecify.annotations.NullMarked
package org.tongbao.benchmark;
