package org.tongbao.testing.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one service's packages are, {@code root.feature.layer} or {@code root.layer} for what every feature needs, and where it
 * departs from the rules on purpose.
 *
 * @param allowed by layer, the libraries that this service uses beyond those of {@link Layer}; also packages of the service
 *     itself, as {@code org.tongbao.contacts..csv}
 * @param withAnyToken simple names of the resources that every caller with a token may use
 * @param withoutToken simple names of the resources that need no token
 * @param smallestPackage number of top-level classes
 */
public record ServiceLayout(
        String root,
        Set<String> features,
        Map<String, List<String>> allowed,
        Set<String> withAnyToken,
        Set<String> withoutToken,
        int smallestPackage,
        int largestPackage) {

    /** Libraries of a {@code db} layer that keeps entities. */
    public static final String[] ENTITIES = {
        "io.quarkus.hibernate.reactive.panache..", "io.quarkus.panache..", "jakarta.persistence..", "org.hibernate.."
    };

    public static ServiceLayout of(String root, String... features) {
        return new ServiceLayout(root, Set.of(features), Map.of(), Set.of(), Set.of(), 1, 20);
    }

    public ServiceLayout allowing(String layer, String... packages) {
        Map<String, List<String>> more = new HashMap<>(allowed);
        List<String> ofLayer = new ArrayList<>(more.getOrDefault(layer, List.of()));
        ofLayer.addAll(List.of(packages));
        more.put(layer, List.copyOf(ofLayer));
        return new ServiceLayout(
                root, features, Map.copyOf(more), withAnyToken, withoutToken, smallestPackage, largestPackage);
    }

    public ServiceLayout openWithAnyToken(String... resources) {
        return new ServiceLayout(
                root, features, allowed, Set.of(resources), withoutToken, smallestPackage, largestPackage);
    }

    public ServiceLayout openWithoutToken(String... resources) {
        return new ServiceLayout(
                root, features, allowed, withAnyToken, Set.of(resources), smallestPackage, largestPackage);
    }

    public ServiceLayout classesInAPackage(int smallest, int largest) {
        return new ServiceLayout(root, features, allowed, withAnyToken, withoutToken, smallest, largest);
    }
}
