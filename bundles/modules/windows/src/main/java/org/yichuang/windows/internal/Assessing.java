package org.yichuang.windows.internal;

/** How well windows and departments do: what is found at windows, and what all of it comes to. */
public record Assessing(Deductions deductions, Assessments assessments) {}
