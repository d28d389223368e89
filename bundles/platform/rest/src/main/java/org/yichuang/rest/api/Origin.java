package org.yichuang.rest.api;

import java.util.Optional;

/**
 * Where a call comes from, for the resources that sign people in and out.
 *
 * @param address for throttling
 * @param token the bearer token that came with it
 */
public record Origin(String address, Optional<String> token) {}
