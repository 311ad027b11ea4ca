SITENAME = "Kettle"
SITEURL = "https://kettle.example"
TIMEZONE = "Europe/Paris"
