package org.yichuang.catalogue.api;

import java.util.List;

/**
 * What makes an item a bundle (联办事项, 一件事): several items under one form, with one set of materials, a lead and a
 * total limit. The lead is the item's department, the total limit its promise; form and materials of the item are those
 * of all members together.
 *
 * @param kind what is done jointly
 * @param questions the fields of the form that belong to no member: what the conditions ask
 * @param members its parts
 */
public record JointHandling(BundleKind kind, List<FormField> questions, List<JointMember> members) {
    /** Administrative Licensing Law art. 42 para 2: within so many working days what is handled jointly is decided. */
    public static final int MOST_DAYS = 45;

    public JointHandling {
        questions = questions == null ? List.of() : List.copyOf(questions);
        members = members == null ? List.of() : List.copyOf(members);
    }
}
