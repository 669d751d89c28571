package org.tongbao.intake.rest;

import java.util.List;

/** A list wrapped in an object, so that fields can be added later. */
public record Items<T>(List<T> items) {}
