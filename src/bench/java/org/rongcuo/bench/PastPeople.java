package org.rongcuo.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** The organs and persons of the past cases: those of the place where there are, fictional ones of its own beside them. */
final class PastPeople {
    static final List<String> PLACES = List.of("330900", "330902", "330903", "330921", "330922");
    private static final int PERSONS = 40;

    /** @param persons the unit's, of whom the cases are */
    record Place(String prefix, List<String> codes, UUID handling, UUID decider, UUID unit, List<UUID> persons) {
        UUID anyone(Random chance) {
            return persons.get(chance.nextInt(persons.size()));
        }
    }

    private PastPeople() {}

    /** By jurisdiction; makes what is missing. */
    static Map<String, Place> in(Connection connection) throws SQLException {
        Map<String, Place> places = new HashMap<>();
        for (var code : PLACES) {
            var handling = organ(connection, code, "DISCIPLINE_INSPECTION", "生成·纪检监察机关");
            var unit = organ(connection, code, "UNIT", "生成·某单位");
            List<UUID> persons = new ArrayList<>();
            for (int n = 1; n <= PERSONS; n++) {
                persons.add(person(connection, unit, "生成·某某" + n));
            }
            try (var query = connection.prepareStatement("select case_prefix, path from jurisdiction where code = ?")) {
                query.setString(1, code);
                var row = query.executeQuery();
                row.next();
                var codes = List.of(row.getString(2).substring(1).split("/"));
                var decider = person(connection, handling, "生成·认定人");
                places.put(code, new Place(row.getString(1), codes, handling, decider, unit, persons));
            }
        }
        return places;
    }

    private static UUID organ(Connection connection, String place, String kind, String name) throws SQLException {
        try (var query = connection.prepareStatement(
                "select id from organ where jurisdiction_code = ? and kind = ? order by name limit 1")) {
            query.setString(1, place);
            query.setString(2, kind);
            var row = query.executeQuery();
            if (row.next()) {
                return row.getObject(1, UUID.class);
            }
        }
        var id = named(place + name);
        try (var insert = connection.prepareStatement(
                "insert into organ (id, jurisdiction_code, kind, name) values (?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, place);
            insert.setString(3, kind);
            insert.setString(4, name);
            insert.executeUpdate();
        }
        return id;
    }

    private static UUID person(Connection connection, UUID organ, String name) throws SQLException {
        var id = named(organ + name);
        try (var insert = connection.prepareStatement(
                "insert into person (id, name, organ_id) values (?, ?, ?) on conflict do nothing")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.setObject(3, organ);
            insert.executeUpdate();
        }
        return id;
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
