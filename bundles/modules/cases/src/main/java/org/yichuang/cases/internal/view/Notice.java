package org.yichuang.cases.internal.view;

import java.time.Instant;

/**
 * A document of a case.
 *
 * @param centre the centre that gave it, by its id
 * @param kind the word in its path
 * @param title its title
 * @param body its paragraphs, one a line
 * @param at when it was given
 */
public record Notice(String centre, String kind, String title, String body, Instant at) {}
