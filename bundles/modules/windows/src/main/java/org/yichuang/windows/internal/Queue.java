package org.yichuang.windows.internal;

/** Who waits, and who comes when: groups of tickets, tickets, opening hours, appointments. */
public record Queue(Queues queues, Tickets tickets, PointHours hours, Appointments appointments) {}
