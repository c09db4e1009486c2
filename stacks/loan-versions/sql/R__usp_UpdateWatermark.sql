-- Moves the watermark of a table forward. It never moves back: a run that was delayed, or repeated, changes nothing.
CREATE OR ALTER PROCEDURE [dbo].[usp_UpdateWatermark]
    @LastModifiedtime varchar(100),
    @TableName varchar(100)
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    -- ISO 8601 with the date written out, as Data Factory passes it: 2026-11-24, 2026-11-24T12:00:00.0004Z, with an offset or
    -- without, which is UTC. T-SQL would take '' for a day in 1900, and 12:00 for noon of that day.
    DECLARE @Time datetimeoffset(7) = CASE
        WHEN @LastModifiedtime LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]%'
            THEN TRY_CONVERT(datetimeoffset(7), @LastModifiedtime)
    END;
    DECLARE @Watermark datetime2(7) = CONVERT(datetime2(7), SWITCHOFFSET(@Time, '+00:00'));
    DECLARE @Message nvarchar(2048);

    IF @Watermark IS NULL
    BEGIN
        SET @Message = CONCAT(
            N'usp_UpdateWatermark: "', @LastModifiedtime, N'" is no time such as 2026-11-24T12:00:00.0004Z');
        THROW 50001, @Message, 1;
    END;

    UPDATE [dbo].[WaterMark]
    SET [WaterMarkVal] = CASE WHEN [WaterMarkVal] < @Watermark THEN @Watermark ELSE [WaterMarkVal] END
    WHERE [TableName] = @TableName;

    IF @@ROWCOUNT = 0
    BEGIN
        SET @Message = CONCAT(N'usp_UpdateWatermark: table "', @TableName, N'" is not registered in dbo.WaterMark');
        THROW 50002, @Message, 1;
    END;
END;
