package org.tongbao.contracts.procedure;

/**
 * @param records how many months case records are kept at least
 * @param logs how many months system logs are kept at least
 */
public record Retention(String clause, Source source, int records, int logs) {}
