package org.yichuang.tenancy.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.kernel.api.Texts;

/**
 * Whiteboard: what a module says of itself, once and for everybody. The bundle registers one service of this type,
 * before
 * its REST and page services; the registry copies what it says, so that a module that has gone is still known by its
 * paths. Doors, console and shell ask the {@link ModuleRegistry}; nobody keeps a list of modules.
 */
public interface ModuleDescriptor {
    /** The module's word: lower-case letters, digits and hyphens, unique, e.g. {@code cases}. */
    String word();

    /** Whether a centre may switch it off; what cannot be switched is the platform's own and always on. */
    default boolean isSwitchable() {
        return true;
    }

    /** The first path segments behind {@code /api/{tenant}/} that belong to it. */
    default List<String> restRoots() {
        return List.of();
    }

    /** The first path segments behind {@code /{tenant}/} that belong to its pages. */
    default List<String> pageRoots() {
        return List.of();
    }

    /** The permissions that its services require, as {@code word.verb}, e.g. {@code cases.accept}. */
    default Set<String> permissions() {
        return Set.of();
    }

    /** The roles that it brings along; several modules may name the same role with the same kind. */
    default List<RoleDefinition> roles() {
        return List.of();
    }

    /** Which roles, its own or those of other modules, get which of its permissions. */
    default List<PermissionGrant> grants() {
        return List.of();
    }

    /** The settings of a centre that it reads; a centre's configuration may carry no others. */
    default List<SettingDefinition> settings() {
        return List.of();
    }

    /**
     * The words that it adds to lists which other modules' settings are made of, by the key of the setting, e.g. a
     * field that it can disclose about items. Where it is not installed, nobody knows them.
     */
    default Map<String, Set<String>> settingWords() {
        return Map.of();
    }

    /**
     * Its words for people: {@code name}, {@code description}, {@code permission.<permission>}, {@code role.<key>} and
     * {@code setting.<key>}. What is missing is shown by its key.
     */
    default Texts texts() {
        return Texts.NONE;
    }
}
