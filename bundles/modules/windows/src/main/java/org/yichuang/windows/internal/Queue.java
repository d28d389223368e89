package org.yichuang.windows.internal;

/** Who waits: groups of tickets, and tickets. */
public record Queue(Queues queues, Tickets tickets) {}
