package org.yichuang.windows.internal;

/**
 * How well windows and departments do: what is found at windows, what all of it comes to, and how much of their power
 * they use; what they do besides, what they are asked, and what of theirs is counter-signed.
 */
public record Assessing(
        Deductions deductions,
        Assessments assessments,
        PowerBoard power,
        RegistryDesk registryDesk,
        Deeds deeds,
        Enquiries enquiries,
        OnlineEnquiries asked,
        Countersignatures countersignatures) {}
