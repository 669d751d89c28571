/** Reads procedure files, and says of a wrong one everything that is wrong, with file, line and rule. */
@org.jspecify.annotations.NullMarked
package org.tongbao.contracts.procedure.yaml;
