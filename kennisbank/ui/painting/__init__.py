"""How the style draws each family of controls: functions from an option to paint."""
