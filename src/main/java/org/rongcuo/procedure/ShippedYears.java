package org.rongcuo.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The years that the product ships ({@code working-years.json}), each from the notice it names. Further years are uploaded. */
final class ShippedYears {
    private ShippedYears() {}

    static List<WorkingYear> read() {
        try (var json = ShippedYears.class.getResourceAsStream("working-years.json")) {
            List<WorkingYear> years = new ArrayList<>();
            new ObjectMapper().readTree(json).forEach(year -> years.add(year(year)));
            return years;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WorkingYear year(JsonNode json) {
        List<WorkingYear.Holiday> holidays = new ArrayList<>();
        json.get("holidays")
                .forEach(holiday -> holidays.add(new WorkingYear.Holiday(
                        holiday.get("name").asText(), day(holiday.get("from")), day(holiday.get("to")))));
        List<LocalDate> worked = new ArrayList<>();
        json.get("worked").forEach(day -> worked.add(day(day)));
        return new WorkingYear(json.get("year").asInt(), json.get("source").asText(), holidays, worked);
    }

    private static LocalDate day(JsonNode json) {
        return LocalDate.parse(json.asText());
    }
}
