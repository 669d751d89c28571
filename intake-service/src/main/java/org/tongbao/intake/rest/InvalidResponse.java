package org.tongbao.intake.rest;

import org.tongbao.contracts.Text;

/** The problem of a response body that fails validation. */
public final class InvalidResponse {
    public static final String SLUG = "invalid-response";
    public static final Text TITLE = new Text("處理紀錄需要修正", "The record needs correction");

    private InvalidResponse() {}
}
