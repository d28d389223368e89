package org.yichuang.pages.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;

/**
 * A module with one REST root and one page root, both of them its word, and a place in the menu of the roles to which
 * it grants something; for modules that have no more to say of themselves. What outgrows it registers a descriptor and
 * a {@link PageModule} of its own.
 */
public class SimpleModule implements ModuleDescriptor {
    /** After those of modules that choose their places. */
    private static final int LAST = 900;

    private final String word;
    private final Object page;
    private final Texts texts;
    private final List<PermissionGrant> grants;

    /**
     * @param word the module's word
     * @param zh what it is called in Chinese: {@code name} of its texts
     * @param en the same in English
     * @param page the JAX-RS resource of its page
     * @param grants by the keys of roles, the permissions that they get, parted by blanks
     */
    public SimpleModule(String word, String zh, String en, Object page, Map<String, String> grants) {
        this.word = word;
        this.page = page;
        this.texts = Texts.of(Map.of("name", zh), Map.of("name", en));
        this.grants = grants.entrySet().stream()
                .map(grant ->
                        PermissionGrant.to(grant.getKey(), grant.getValue().split(" +")))
                .toList();
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public List<String> restRoots() {
        return List.of(word);
    }

    @Override
    public List<String> pageRoots() {
        return List.of(word);
    }

    @Override
    public Set<String> permissions() {
        Set<String> all = new TreeSet<>();
        grants.forEach(grant -> all.addAll(grant.permissions()));
        return all;
    }

    @Override
    public List<PermissionGrant> grants() {
        return grants;
    }

    /** What it gives to the pages. */
    public PageModule pages() {
        return new PageModule() {
            @Override
            public String module() {
                return word;
            }

            @Override
            public List<String> roots() {
                return List.of(word);
            }

            @Override
            public List<Object> resources() {
                return List.of(page);
            }

            @Override
            public Texts texts() {
                return texts;
            }

            @Override
            public List<NavigationEntry> navigation() {
                String[] roles = grants.stream().map(PermissionGrant::role).toArray(String[]::new);
                return roles.length == 0 ? List.of() : List.of(NavigationEntry.of("/" + word, "name", LAST, roles));
            }
        };
    }
}
