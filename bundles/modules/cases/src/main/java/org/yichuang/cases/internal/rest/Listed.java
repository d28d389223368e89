package org.yichuang.cases.internal.rest;

import java.util.List;

/** A whole list, in the form that all lists have. */
record Listed<T>(List<T> items) {}
