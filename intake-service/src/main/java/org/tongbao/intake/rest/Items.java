package org.tongbao.intake.rest;

import java.util.List;

/** A list in an object, so that more can stand beside it one day. */
record Items<T>(List<T> items) {}
