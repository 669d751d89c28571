package org.tongbao.contracts.procedure.yaml;

/**
 * Something wrong in a procedure file.
 *
 * @param line counts from 1
 * @param rule where in the procedure, such as {@code obligations/report/limits}; empty for the file as a whole
 */
public record Mistake(String file, int line, String rule, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + (rule.isEmpty() ? "" : rule + ": ") + message;
    }
}
