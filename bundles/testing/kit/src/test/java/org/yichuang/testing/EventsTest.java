package org.yichuang.testing;

/** The journal keeps the contract. */
public class EventsTest extends EventsContract {}
