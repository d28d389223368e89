package org.yichuang.kernel.api;

import java.util.Optional;

/**
 * Whiteboard: something that must be in order before the container calls itself ready. A module registers one as an OSGi
 * service; {@code /health/ready} asks all of them. Must answer quickly.
 */
public interface ReadinessCheck {
    /** What is checked, in a word or two, e.g. {@code demonstration-catalogue}. */
    String name();

    /** What is missing, in one sentence; empty when all is well. */
    Optional<String> trouble();
}
