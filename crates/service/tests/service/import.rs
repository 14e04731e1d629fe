//! What an import brings besides its rows.

use calendar::Window;
use jiff::civil::Weekday;
use promise::party::{Discipline, Team};
use testkit::Store;

use crate::scene::{MAPPING, MONDAY, Scene, history};

testkit::on_both_stores!(
    what_the_mapping_knows_of_a_team_is_set_up_with_it,
    what_was_set_up_by_hand_stays,
    the_same_rows_again_are_not_doubled,
);

async fn what_the_mapping_knows_of_a_team_is_set_up_with_it(store: Store) {
    let scene = Scene::new(store).await;
    let known = format!(
        "{MAPPING}\n[teams.Couplings]\nslots = 2\nreserved_hours = 12.5\nhours = \"08:30-12:00, 12:30-17:00\"\n\
         country = \"SE\"\nzone = \"Europe/Stockholm\"\n[teams.Sensors]\nslots = 3\n"
    );
    let brought = scene.bring(MONDAY, &known, &history(0)).await;
    let seen = brought.teams.iter().find(|team| team.name == "Couplings").expect("it is there");
    assert_eq!((seen.slots, seen.slots_inferred), (Some(2), false), "the summary counts with it");
    let us = scene.service.organisation(scene.organisation).await.expect("founded");
    let team = &us.teams["Couplings"];
    assert_eq!(team.slots.map(u32::from), Some(2));
    assert_eq!(team.reserved_minutes, Some(750));
    let calendar = &us.calendars[&team.calendar].calendar;
    let hours = Window::parse_list("08:30-12:00, 12:30-17:00").expect("windows");
    assert_eq!(calendar.week_day(Weekday::Friday), hours);
    assert!(calendar.week_day(Weekday::Saturday).is_empty());
    let midsummer_eve = "2026-06-19".parse().expect("a date");
    assert!(!calendar.is_business_day(midsummer_eve), "Swedish holidays");
    // Without hours of its own a team keeps the office's.
    assert_eq!(us.teams["Sensors"].calendar, "office");
}

async fn what_was_set_up_by_hand_stays(store: Store) {
    let scene = Scene::new(store).await;
    let slots = std::num::NonZeroU32::new(5);
    let discipline = Discipline::StrictPriority;
    let team = Team { slots, discipline, ..Team::of_calendar("office") };
    let set = scene.service.set_team(&scene.us(MONDAY), "Couplings", team).await;
    set.expect("set");
    scene.bring(MONDAY, &format!("{MAPPING}\n[teams.Couplings]\nslots = 2\n"), &history(0)).await;
    let us = scene.service.organisation(scene.organisation).await.expect("founded");
    assert_eq!(us.teams["Couplings"].slots, slots);
    let world = scene
        .service
        .world(scene.organisation, MONDAY.parse().expect("an instant"))
        .await
        .expect("a world");
    let views = world.team_views();
    let view = views.iter().find(|view| view.name == "Couplings").expect("it has work");
    assert_eq!((view.slots, view.discipline), (Some(5), discipline));
}

async fn the_same_rows_again_are_not_doubled(store: Store) {
    let scene = Scene::new(store).await;
    let first = scene.bring(MONDAY, MAPPING, &history(3)).await;
    assert_eq!((first.new, first.changed, first.unchanged), (83, 0, 0));
    let finished = history(3).replace(
        "W0,2026-03-06T09:00,,,8,,",
        "W0,2026-03-06T09:00,2026-03-09T09:00,2026-03-09T12:00,8,3,",
    );
    let again = scene.bring("2026-03-09T12:00:00Z", MAPPING, &finished).await;
    assert_eq!((again.new, again.changed, again.unchanged), (0, 1, 82));
    assert_eq!(again.teams[0].finished, 81);
}
