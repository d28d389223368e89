package org.yichuang.windows.internal;

/** Who is there, and who is not: punches, absences and leaves, devices, visits of leaders. */
public record Attending(
        Attendance attendance, Absences absences, Devices devices, Visits visits, Bulletins bulletins) {}
